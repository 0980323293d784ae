/**
 * Real database servers: one of each kind for a JVM, on the loopback interface and a free port,
 * ended with the JVM. Nothing but tests depends on it. Open {@link
 * parcelrecon.server.PostgresServer} first.
 */
package parcelrecon.server;
