/**
 * What outputs say, in the languages they are said in: words, numbers, money, times. Knows the
 * bundles under {@code texts/LANGUAGE/} and the enums that have names; knows no file and no sheet,
 * and never asks for the machine's locale or zone. Open {@link parcelrecon.report.text.Texts}
 * first.
 */
package parcelrecon.report.text;
