/**
 * A month of a network of stores, hour by hour, whose windows are judged as the clock goes. {@link
 * parcelrecon.month.Story} tells what goes wrong and when; {@link parcelrecon.month.Truth} tells
 * from it what had to be found, and knows no rule of the product. Open {@link
 * parcelrecon.month.SimulatedMonthTest} first.
 */
package parcelrecon.month;
