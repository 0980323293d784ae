package parcelrecon.report.answers;

/**
 * How much a file of answers may be; past one of them it is not read, and that is told.
 *
 * @param fileBytes as it is stored
 * @param unpackedBytes all parts of a workbook, unpacked
 * @param textBytes the texts that a workbook's cells share: all are in memory
 * @param rows rows with something filled in
 */
public record AnswersLimits(long fileBytes, long unpackedBytes, long textBytes, int rows) {

  /** Of a file that somebody with the machine gives to a command. */
  public static final AnswersLimits COMMAND =
      new AnswersLimits(200L << 20, 4L << 30, 48L << 20, 200_000);

  /** Of a file that comes over the network, beside the runs of the same process. */
  public static final AnswersLimits UPLOAD =
      new AnswersLimits(16L << 20, 192L << 20, 24L << 20, 20_000);
}
