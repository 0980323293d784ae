package parcelrecon.source.mapping;

import java.util.List;
import parcelrecon.model.Coverage;
import parcelrecon.source.Source;
import parcelrecon.source.Split;

/** A source that can also hand its rows on as they are: the store list is read so. */
public interface RowSource extends Source {

  /**
   * As {@link Source#read}, before any mapping.
   *
   * @return what was learnt about the coverage while reading
   */
  List<Coverage.Reason> readRows(Split split, RowReceiver rows);
}
