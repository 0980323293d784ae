package parcelrecon.app.configuration;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parcelrecon.console.sign.Role;
import parcelrecon.console.sign.SignSettings.Oidc;

/** The section {@code console.oidc}: an OpenID provider that knows the users. */
record OidcSection(Section section) {

  /** Absent, with problems told, when something is missing. */
  Optional<Oidc> read() {
    Optional<URI> issuer =
        section
            .required("issuer", "issuer: https://login.example.com/realms/stores")
            .flatMap(OidcSection::issuer);
    String clientId = section.requiredText("client-id", "client-id: parcel-recon");
    Optional<String> clientSecret = section.text("client-secret");
    String userClaim = section.requiredText("user-claim", "user-claim: preferred_username");
    String rolesClaim = section.requiredText("roles-claim", "roles-claim: groups");
    Map<String, Set<Role>> roles =
        section
            .required("roles", "roles: { store-finance: finance }")
            .flatMap(Value::section)
            .map(OidcSection::roles)
            .orElse(Map.of());
    section.end();
    return issuer.map(uri -> new Oidc(uri, clientId, clientSecret, userClaim, rolesClaim, roles));
  }

  /** Without TLS only on this machine's loopback: tokens and their keys come from there. */
  private static Optional<URI> issuer(Value value) {
    return value.parsed(
        text -> {
          URI uri = URI.create(text);
          boolean isSafe =
              "https".equals(uri.getScheme())
                  || "http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost());
          return isSafe
                  && uri.getHost() != null
                  && uri.getRawQuery() == null
                  && uri.getRawFragment() == null
                  && uri.getRawUserInfo() == null
              ? uri
              : null;
        },
        "is no https address of an issuer",
        "Write e.g. https://login.example.com/realms/stores");
  }

  private static Map<String, Set<Role>> roles(Section section) {
    Map<String, Set<Role>> roles = new LinkedHashMap<>();
    for (String claimed : section.keys()) {
      section.value(claimed).ifPresent(value -> roles.put(claimed, UsersSection.roles(value)));
    }
    if (section.keys().isEmpty()) {
      section.problem(
          section.path() + " is empty, so that nobody may do anything",
          "Write e.g. { store-finance: finance }");
    }
    section.end();
    return roles;
  }
}
