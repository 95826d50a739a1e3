/**
 * Dates and times as a town hall means them: half-open {@linkplain fr.aisneneo.core.calendar.Interval intervals} and
 * their {@linkplain fr.aisneneo.core.calendar.IntervalSet algebra}, {@linkplain fr.aisneneo.core.calendar.LocalSlot
 * what is planned} in local time, {@linkplain fr.aisneneo.core.calendar.OpeningHours opening hours} with seasons and
 * exceptions, and {@linkplain fr.aisneneo.core.calendar.HolidayCalendar public holidays}.
 *
 * <p>All of it is exact on the days of 23 and 25 hours, reads no clock, and knows no default zone or locale.
 */
package fr.aisneneo.core.calendar;
