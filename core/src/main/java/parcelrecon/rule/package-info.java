/**
 * Judges a parcel by its records: pure functions of evidence and {@link
 * parcelrecon.rule.JudgingContext}, no clock, no reading. Knows the model only. Open {@link
 * parcelrecon.rule.Rulebook} first.
 */
package parcelrecon.rule;
