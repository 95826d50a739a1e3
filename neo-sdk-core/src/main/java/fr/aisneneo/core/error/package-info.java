/**
 * The error family: few unchecked exceptions, each with a stable {@linkplain fr.aisneneo.core.error.ErrorCode code},
 * facts, and a French and an English message.
 */
package fr.aisneneo.core.error;
