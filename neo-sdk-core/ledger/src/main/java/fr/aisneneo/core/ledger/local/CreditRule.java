package fr.aisneneo.core.ledger.local;

/**
 * How far a member may be overdrawn, growing with what others pay it. Two who pay each other back and forth gain
 * nothing, since only what a partner paid <em>more</em> than it got counts; and no partner alone can lift anybody far.
 *
 * @param base what everybody is granted, in minor units
 * @param share which part of what counts is granted on top
 * @param perPartner the most that one partner's payments count, in minor units
 * @param cap the most that is granted, in minor units
 */
public record CreditRule(long base, Fraction share, long perPartner, long cap) {}
