/**
 * How far the sources' clocks are apart, measured where two of them wrote down one moment. Only
 * told: no rule uses it. Knows the model only. Open {@link parcelrecon.clock.ClockPair} first.
 */
package parcelrecon.clock;
