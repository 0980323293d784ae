package parcelrecon.model;

import java.util.Objects;

/** A store of the network as the site's store list has it; what is not listed is empty. */
public record Store(String storeId, String name, String area, String supervisor, String phone) {
  public Store {
    Objects.requireNonNull(storeId);
    Objects.requireNonNull(name);
    Objects.requireNonNull(area);
    Objects.requireNonNull(supervisor);
    Objects.requireNonNull(phone);
  }
}
