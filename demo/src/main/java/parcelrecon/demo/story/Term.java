package parcelrecon.demo.story;

/** How the buyer pays: at the counter, or before. */
public enum Term {
  COD,
  PREPAID
}
