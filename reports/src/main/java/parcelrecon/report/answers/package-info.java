/**
 * What stores answered, read from the workbook's call list as people filled it in, or from a CSV
 * file. Trusts nothing in a file: whatever cannot be understood is told, and nothing else is taken
 * from its row. Knows headers and words in every language; keeps no answer itself.
 *
 * <p>The sheet is named by the text {@code sheet.storeCalls} (continued as "… (2)"). Its header is
 * the first row, among the first {@value parcelrecon.report.answers.WorkbookRows#HEADER_ROWS_MAX},
 * in which {@link parcelrecon.report.answers.AnswerColumns} finds the columns; who fills a workbook
 * in by program finds them the same way. Words to write are those of {@link
 * parcelrecon.report.workbook.Choice}. Open {@link parcelrecon.report.answers.AnswersFile} first.
 */
package parcelrecon.report.answers;
