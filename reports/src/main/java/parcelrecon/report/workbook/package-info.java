/**
 * The workbook {@code affected-parcels.xlsx}: one class a sheet, one table model for all of them.
 * Knows the results of a run, texts and Apache POI; judges nothing and reads no source. A row ends
 * here as {@link parcelrecon.report.workbook.Cell}s. Open {@link
 * parcelrecon.report.workbook.AffectedParcelsWorkbook} first, then {@link
 * parcelrecon.report.workbook.StoreCallsSheet}.
 */
package parcelrecon.report.workbook;
