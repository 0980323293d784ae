package parcelrecon.results;

/** Keeps runs: begins, lists and ends them. */
public final class RunStore {}
