package parcelrecon.job;

/** Hears how far a run is. Called from several threads. */
public interface Progress {

  /** Hears nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(String stage, String part, long plannedBytes) {}

        @Override
        public void advance(String stage, String part, long rows, long bytes) {}

        @Override
        public void end(String stage, long rows, long millis) {}
      };

  /**
   * @param stage plan, extract, match, settle or publish; of a control with {@code control-} before
   *     it
   * @param part the source in extract; empty elsewhere
   * @param plannedBytes an estimate of what is to be done of the part, in the unit {@code advance}
   *     counts in (bytes in extract, partitions elsewhere); 0 when unknown
   */
  void begin(String stage, String part, long plannedBytes);

  /** Adds what was done since the last call. */
  void advance(String stage, String part, long rows, long bytes);

  void end(String stage, long rows, long millis);
}
