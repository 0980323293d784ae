package parcelrecon.demo.truth;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What must be concluded about a parcel. */
public record Finding(Whereabouts whereabouts, Set<Remedy> remedies) {

  public Finding {
    EnumSet<Remedy> ordered = EnumSet.noneOf(Remedy.class);
    ordered.addAll(remedies);
    remedies = Collections.unmodifiableSet(ordered);
  }
}
