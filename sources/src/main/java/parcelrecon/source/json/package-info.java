/**
 * Reads JSON: files of lines in three formats, and the fields of any JSON record. Knows Jackson;
 * may not know what the fields mean. Open {@link parcelrecon.source.json.JsonLinesSource} first.
 */
package parcelrecon.source.json;
