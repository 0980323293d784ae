package parcelrecon.source.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import parcelrecon.problem.DidYouMean;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.file.FileProblems;
import parcelrecon.source.file.SiteFile;

/** How workbooks that cannot be read are told. */
final class WorkbookProblems {

  private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private WorkbookProblems() {}

  /** Sees by the first bytes that a file may be a workbook. */
  static void checkBeginning(SiteFile file) throws IOException {
    byte[] first;
    try (InputStream in = Files.newInputStream(file.path())) {
      first = in.readNBytes(OLE.length);
    }
    if (Arrays.equals(first, OLE)) {
      throw configuration(
          file.name(),
          "file is an .xls workbook, or one with a password, expected an .xlsx without",
          "Save it as .xlsx, without a password");
    }
    if (first.length < ZIP.length || !Arrays.equals(first, 0, ZIP.length, ZIP, 0, ZIP.length)) {
      throw configuration(
          file.name(),
          first.length == 0 ? "file is empty, expected an .xlsx" : "file is no .xlsx workbook",
          "Fetch the file again, or correct how the source is read");
    }
  }

  static ProblemException noWorkbook(SiteFile file, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return FileProblems.unreadable(file.name(), io);
      }
    }
    ProblemException problem =
        configuration(
            file.name(),
            "file is no .xlsx workbook (" + e.getClass().getSimpleName() + ")",
            "Fetch the file again, or save it as .xlsx");
    problem.initCause(e);
    return problem;
  }

  static ProblemException unreadable(SiteFile file, Exception e) {
    if (e instanceof IOException io) {
      return FileProblems.unreadable(file.name(), io);
    }
    if (e instanceof SAXException sax && sax.getException() instanceof IOException io) {
      return FileProblems.unreadable(file.name(), io);
    }
    String what =
        e instanceof SAXParseException ? "its XML is damaged or not allowed" : e.getMessage();
    return FileProblems.unreadable(file.name(), new IOException(what, e));
  }

  static Problem noSheet(SiteFile file, String wanted, List<String> there) {
    return new Problem(
        file.name(),
        "sheet \""
            + wanted
            + "\" is missing (seen "
            + String.join(", ", there)
            + ")"
            + DidYouMean.question(wanted, there),
        "Nothing was started",
        "Correct xlsx.sheet of the configuration, or the file");
  }

  static Problem severalSheets(SiteFile file, List<String> found) {
    return new Problem(
        file.name(),
        "several sheets have the columns (" + String.join(", ", found) + "), expected one",
        "Nothing was started",
        "Name the one to read under xlsx.sheet, and read the others as files of their own");
  }

  static Problem empty(String where, List<String> columns) {
    return new Problem(
        where,
        "sheet is empty, expected a heading with " + String.join(", ", columns),
        "Nothing was started",
        "Fetch the file again, or take it away");
  }

  private static ProblemException configuration(String where, String what, String remedy) {
    return new ProblemException(
        ExitCode.CONFIGURATION, new Problem(where, what, "Nothing was started", remedy));
  }
}
