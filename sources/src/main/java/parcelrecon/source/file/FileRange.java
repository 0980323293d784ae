package parcelrecon.source.file;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A split's place in a file, and what its bytes were when it was planned.
 *
 * @param file relative to the configuration's folder, with slashes
 * @param start a record's first byte
 * @param end exclusive
 * @param line of the record at {@code start}, from 1
 * @param checksum CRC-32C of the bytes
 * @param headChecksum CRC-32C of the file's first {@link #HEAD_BYTES_MAX} bytes, or of all of a
 *     smaller one: its heading
 * @param size of the file
 */
record FileRange(
    String file, long start, long end, long line, long checksum, long headChecksum, long size) {

  static final int HEAD_BYTES_MAX = 8192;

  SortedMap<String, String> at() {
    SortedMap<String, String> at = new TreeMap<>();
    at.put("file", file);
    at.put("start", Long.toString(start));
    at.put("end", Long.toString(end));
    at.put("line", Long.toString(line));
    at.put("checksum", Long.toHexString(checksum));
    at.put("head-checksum", Long.toHexString(headChecksum));
    at.put("size", Long.toString(size));
    return at;
  }

  static FileRange of(SortedMap<String, String> at) {
    return new FileRange(
        at.get("file"),
        Long.parseLong(at.get("start")),
        Long.parseLong(at.get("end")),
        Long.parseLong(at.get("line")),
        Long.parseLong(at.get("checksum"), 16),
        Long.parseLong(at.get("head-checksum"), 16),
        Long.parseLong(at.get("size")));
  }
}
