package parcelrecon.report.datafix.check;

/**
 * How large a package may be to be read: far above what a run writes, far below what would hold a
 * machine up.
 *
 * @param manifestBytes it is read into memory
 * @param files of the manifest, and entries of the folder
 * @param fileBytes of any other file; they are streamed
 * @param problems told one by one; of more the rest is counted
 */
record CheckLimits(int manifestBytes, int files, long fileBytes, int problems) {

  static final CheckLimits STANDARD = new CheckLimits(1 << 20, 1_000, 16L << 30, 20);
}
