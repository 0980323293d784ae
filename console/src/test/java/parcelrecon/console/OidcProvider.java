package parcelrecon.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An OpenID provider: discovery, authorization by code with PKCE, tokens signed by RS256, keys.
 * What it says of a person is set by the test, and so is what is wrong with the token.
 */
final class OidcProvider implements AutoCloseable {

  static final String CLIENT = "recon";
  static final String SECRET = "only-the-console-knows";

  /** What is wrong with the next token. */
  enum Fault {
    NONE,
    OTHER_NONCE,
    EXPIRED,
    OTHER_AUDIENCE,
    OTHER_ISSUER,
    UNSIGNED,
    SIGNED_BY_ANOTHER,
    SIGNED_BY_THE_SECRET
  }

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair key = keyPair();
  private final KeyPair another = keyPair();
  private final Map<String, Map<String, String>> begun = new HashMap<>();
  private Map<String, String> claims = Map.of();
  private Fault fault = Fault.NONE;
  private boolean challenged;

  OidcProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/keys", this::keys);
    server.start();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * @param person claims as JSON values by name
   */
  void says(Fault wrong, Map<String, String> person) {
    fault = wrong;
    claims = person;
  }

  /** Whether every code was asked for with a challenge, and given for what answers it. */
  boolean wasChallenged() {
    return challenged;
  }

  private void discovery(HttpExchange exchange) throws IOException {
    String at = issuer().toString();
    json(
        exchange,
        200,
        """
        {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token",
         "jwks_uri":"%s/keys","response_types_supported":["code"],
         "subject_types_supported":["public"],
         "id_token_signing_alg_values_supported":["RS256"],
         "token_endpoint_auth_methods_supported":["client_secret_basic"]}
        """
            .formatted(at, at, at, at));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    String code = "code-" + begun.size();
    begun.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = begun.remove(form.get("code"));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    challenged =
        asked != null
            && "S256".equals(asked.get("code_challenge_method"))
            && challenge(form.get("code_verifier")).equals(asked.get("code_challenge"));
    if (!challenged || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      json(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    json(
        exchange,
        200,
        "{\"access_token\":\"unused\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
            + idToken(asked.get("nonce"))
            + "\"}");
  }

  private String idToken(String nonce) {
    Instant now = Instant.now();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("sub", "\"4711\"");
    all.put("iss", text(fault == Fault.OTHER_ISSUER ? "http://evil.example" : issuer().toString()));
    all.put("aud", text(fault == Fault.OTHER_AUDIENCE ? "another" : CLIENT));
    all.put("iat", String.valueOf(now.minusSeconds(600).getEpochSecond()));
    all.put(
        "exp",
        String.valueOf(now.plusSeconds(fault == Fault.EXPIRED ? -300 : 300).getEpochSecond()));
    all.put("nonce", text(fault == Fault.OTHER_NONCE ? "of-another-sign-in" : nonce));
    all.putAll(claims);
    String body =
        all.entrySet().stream()
            .map(claim -> text(claim.getKey()) + ":" + claim.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    return switch (fault) {
      case UNSIGNED -> part("{\"alg\":\"none\"}") + "." + part(body) + ".";
      case SIGNED_BY_THE_SECRET -> byTheSecret(part("{\"alg\":\"HS256\"}") + "." + part(body));
      case SIGNED_BY_ANOTHER -> signed(another, body);
      default -> signed(key, body);
    };
  }

  private static String signed(KeyPair key, String body) {
    String signed = part("{\"alg\":\"RS256\",\"kid\":\"one\"}") + "." + part(body);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String byTheSecret(String signed) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(
          new javax.crypto.spec.SecretKeySpec(
              SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return signed
          + "."
          + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keys(HttpExchange exchange) throws IOException {
    RSAPublicKey open = (RSAPublicKey) key.getPublic();
    json(
        exchange,
        200,
        "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"one\",\"n\":\""
            + unsigned(open.getModulus())
            + "\",\"e\":\""
            + unsigned(open.getPublicExponent())
            + "\"}]}");
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String challenge(String verifier) {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String value) {
    return "\"" + value + "\"";
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
