package parcelrecon.job;

/** Tells the stages of a control apart from those of its run. */
record ControlProgress(Progress progress) implements Progress {

  @Override
  public void begin(String stage, String part, long plannedBytes) {
    progress.begin(ControlGuard.PREFIX + stage, part, plannedBytes);
  }

  @Override
  public void advance(String stage, String part, long rows, long bytes) {
    progress.advance(ControlGuard.PREFIX + stage, part, rows, bytes);
  }

  @Override
  public void end(String stage, long rows, long millis) {
    progress.end(ControlGuard.PREFIX + stage, rows, millis);
  }
}
