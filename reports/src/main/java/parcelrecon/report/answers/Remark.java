package parcelrecon.report.answers;

/**
 * Something about a cell that a person should know.
 *
 * @param cell for example {@code Store calls!T17}
 * @param parcelId as the row has it; empty where the cell is about none
 * @param what seen and expected, without a full stop, as is the remedy
 */
public record Remark(String cell, String parcelId, String what, String remedy) {}
