package parcelrecon.results.packages;

/** Thrown where something may not become of a package; nothing was changed. */
public final class PackageRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Why why;

  /** Why not. */
  public enum Why {
    /** The incident has a later run, or this one is not finished. */
    NOT_THE_LATEST_RUN,
    /** Nothing is ready to be in a package. */
    NOTHING_READY,
    /** While the files were written, somebody decided otherwise or made a package of the same. */
    CHANGED_MEANWHILE,
    /** Nobody approves or refuses what he made himself. */
    OWN_PACKAGE,
    /** What was looked at is another package than this. */
    OTHER_HASH,
    /** It was approved, refused or void before. */
    DECIDED_ALREADY,
    /** Only an approved package is handed out, and only until the approval expires. */
    NOT_APPROVED
  }

  public PackageRefusal(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
