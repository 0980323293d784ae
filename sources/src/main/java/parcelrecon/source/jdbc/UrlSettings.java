package parcelrecon.source.jdbc;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may stand in a server's URL, and what is set whatever it says. A list of what is harmless:
 * any other setting could run code or statements, read or write files, log secrets, or change which
 * rows and times are seen, and a list of what is harmful would be outdated by the driver's next
 * version.
 *
 * @param allowed in the driver's spelling
 * @param ours the driver's settings by name
 */
record UrlSettings(Set<String> allowed, Map<String, String> ours) {

  private static final String CONNECTING_SECONDS = String.valueOf(Limits.CONNECTING.toSeconds());
  private static final String CONNECTING_MILLIS = String.valueOf(Limits.CONNECTING.toMillis());

  private static final UrlSettings POSTGRESQL =
      new UrlSettings(
          Set.of(
              "ApplicationName",
              "channelBinding",
              "currentSchema",
              "gssEncMode",
              "hostRecheckSeconds",
              "loadBalanceHosts",
              "prepareThreshold",
              "ssl",
              "sslNegotiation",
              "sslcert",
              "sslkey",
              "sslmode",
              "sslpassword",
              "sslrootcert",
              "targetServerType",
              "user",
              "password"),
          ours(
              "connectTimeout", CONNECTING_SECONDS,
              "tcpKeepAlive", "true",
              "preferQueryMode", "extended",
              "readOnlyMode", "transaction",
              "stringtype", "varchar"));

  private static final UrlSettings MARIADB =
      new UrlSettings(
          Set.of(
              "enabledSslCipherSuites",
              "enabledSslProtocolSuites",
              "keyStore",
              "keyStorePassword",
              "keyStoreType",
              "serverRsaPublicKeyFile",
              "serverSslCert",
              "sslMode",
              "trustStore",
              "trustStorePassword",
              "trustStoreType",
              "useCompression",
              "user",
              "password"),
          ours(
              "allowLocalInfile", "false",
              "allowMultiQueries", "false",
              "connectTimeout", CONNECTING_MILLIS,
              "dumpQueriesOnException", "false",
              "tcpKeepAlive", "true",
              "tinyInt1isBit", "false",
              "transactionReplay", "false",
              "useServerPrepStmts", "false",
              "yearIsDateType", "false"));

  private static final UrlSettings MYSQL =
      new UrlSettings(
          Set.of(
              "allowPublicKeyRetrieval",
              "clientCertificateKeyStorePassword",
              "clientCertificateKeyStoreType",
              "clientCertificateKeyStoreUrl",
              "requireSSL",
              "serverRSAPublicKeyFile",
              "sslMode",
              "tlsCiphersuites",
              "tlsVersions",
              "trustCertificateKeyStorePassword",
              "trustCertificateKeyStoreType",
              "trustCertificateKeyStoreUrl",
              "useCompression",
              "useSSL",
              "verifyServerCertificate",
              "user",
              "password"),
          ours(
              "allowLoadLocalInfile", "false",
              "allowMultiQueries", "false",
              "allowUrlInLocalInfile", "false",
              "autoDeserialize", "false",
              "autoReconnect", "false",
              "characterEncoding", "UTF-8",
              "connectTimeout", CONNECTING_MILLIS,
              "dumpQueriesOnException", "false",
              "tcpKeepAlive", "true",
              "tinyInt1isBit", "false",
              "useCursorFetch", "false",
              "useServerPrepStmts", "true",
              "yearIsDateType", "false",
              "zeroDateTimeBehavior", "CONVERT_TO_NULL"));

  private static Map<String, String> ours(String... namesAndValues) {
    Map<String, String> ours = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      ours.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Map.copyOf(ours);
  }

  /** Of a database that is reached by a server's URL. */
  static UrlSettings of(Dialect dialect) {
    return switch (dialect) {
      case H2 -> throw new IllegalArgumentException("H2 is read from its file");
      case POSTGRESQL -> POSTGRESQL;
      case MARIADB -> MARIADB;
      case MYSQL -> MYSQL;
    };
  }
}
