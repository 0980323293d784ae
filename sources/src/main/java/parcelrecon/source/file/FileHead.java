package parcelrecon.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * What a file's first bytes tell.
 *
 * @param size of the file at the time
 * @param checksum CRC-32C of the first {@link FileRange#HEAD_BYTES_MAX} bytes
 * @param bomBytes how many bytes the mark of UTF-8 takes at the beginning: 3 or 0
 */
record FileHead(long size, long checksum, boolean isGzip, int bomBytes) {

  static FileHead of(Path path) throws IOException {
    return of(path, Files.size(path));
  }

  /**
   * @param size how large the file was when it was planned: what came later is not looked at
   */
  static FileHead of(Path path, long size) throws IOException {
    try (RangeStream in = new RangeStream(path, 0, size)) {
      byte[] bytes = in.readNBytes(FileRange.HEAD_BYTES_MAX);
      CRC32C checksum = new CRC32C();
      checksum.update(bytes);
      return new FileHead(size, checksum.getValue(), UnzippedStream.isGzip(bytes), bomBytes(bytes));
    }
  }

  static int bomBytes(byte[] bytes) {
    boolean hasMark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return hasMark ? 3 : 0;
  }

  FileRange range(String file, long start, long end, long line, long rangeChecksum) {
    return new FileRange(file, start, end, line, rangeChecksum, checksum, size);
  }
}
