package parcelrecon.rule;

import parcelrecon.model.ParcelEvidence;

/** Judges one parcel. */
public final class Rulebook {

  private final JudgingContext context;

  public Rulebook(JudgingContext context) {
    this.context = context;
  }

  public Judgement judge(ParcelEvidence evidence) {
    throw new UnsupportedOperationException(context.toString() + evidence);
  }
}
