package parcelrecon.console.parcels;

import java.util.List;

/**
 * A row of the list as the page shows it.
 *
 * @param selects what a tick in front of it sends: position and facts, joined by a dot
 * @param parcelRows how many rows of the same parcel follow on this page, it among them; 0 of the
 *     second and later ones
 * @param amounts what is at stake, each with what is to be done with it
 */
record ListedLine(
    String selects,
    String parcelId,
    int parcelRows,
    String store,
    String kind,
    String proof,
    List<String> amounts,
    String verdict,
    String phases,
    String completedAt,
    String decision,
    String assignee) {}
