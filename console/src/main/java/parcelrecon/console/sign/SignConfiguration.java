package parcelrecon.console.sign;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditStore;

/** Sign-in, and what comes before every handler: nothing is allowed that is not said to be. */
@Configuration(proxyBeanMethods = false)
class SignConfiguration implements WebMvcConfigurer {

  /** What is there before anybody has signed in; each handler of it says {@link Anybody}, too. */
  private static final String[] FOR_ANYBODY = {
    ToSignIn.PATH,
    SignInController.LINK,
    "/assets/**",
    "/language",
    "/error",
    "/health",
    "/health/live",
    "/metrics"
  };

  private static final long FORM_BYTES_MAX = 512 * 1024;

  /** Of a form with a file; the file itself may be smaller. */
  private static final long UPLOAD_BYTES_MAX = 32 << 20;

  @Bean
  AuthenticationProvider people(SignSettings settings) {
    InstantSource clock = InstantSource.system();
    return settings.isForOnePerson()
        ? new LinkPerson(clock)
        : new PasswordUsers(settings.users(), clock);
  }

  @Bean
  HttpFirewall firewall(Listening listening) {
    return Firewall.of(listening);
  }

  /** Refuses with a page of ours. */
  @Bean
  RequestRejectedHandler refusals() {
    return (request, response, why) -> {
      SecurityHeaders.writeFew(response);
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    };
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      SignSettings settings,
      AuthenticationProvider people,
      ResultsDatabase database) {
    SessionAge age = new SessionAge(settings.sessions(), InstantSource.system());
    SignRecord record = record(settings, database);
    HttpSessionRequestCache asked = pagesAskedFor();
    SignInEnds ends = new SignInEnds(age, asked, record);
    ToSignIn toSignIn = new ToSignIn();
    // No other stands behind it: each try is looked at, and counted, once.
    http.getSharedObject(AuthenticationManagerBuilder.class)
        .parentAuthenticationManager(null)
        .authenticationProvider(people);
    settings
        .oidc()
        .ifPresent(
            oidc ->
                http.oauth2Login(
                    login -> OidcSignIn.configure(login, oidc, settings.names(), ends)));
    return http.authorizeHttpRequests(
            requests ->
                requests.requestMatchers(FOR_ANYBODY).permitAll().anyRequest().authenticated())
        .addFilterBefore(age, SecurityContextHolderFilter.class)
        .addFilterAfter(new FormSize(FORM_BYTES_MAX, UPLOAD_BYTES_MAX), HeaderWriterFilter.class)
        .requestCache(cache -> cache.requestCache(asked))
        .formLogin(form -> form.loginPage(ToSignIn.PATH).successHandler(ends).failureHandler(ends))
        .logout(
            out ->
                out.logoutUrl("/sign-out")
                    .addLogoutHandler((request, response, person) -> signedOut(person, record))
                    .logoutSuccessUrl(ToSignIn.PATH + "?logout"))
        .exceptionHandling(
            thrown -> thrown.authenticationEntryPoint(toSignIn).accessDeniedHandler(toSignIn))
        .headers(SecurityHeaders::write)
        .build();
  }

  private static SignRecord record(SignSettings settings, ResultsDatabase database) {
    return new SignRecord(new AuditStore(database, InstantSource.system()), settings.names());
  }

  private static void signedOut(Authentication person, SignRecord record) {
    if (person != null) {
      record.signedOut(person);
    }
  }

  /** Only whole pages are come back to. */
  private static HttpSessionRequestCache pagesAskedFor() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request -> request.getMethod().equals("GET") && !ToSignIn.isOfAPage(request));
    cache.setMatchingRequestParameterName(null);
    return cache;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AllowedOnly());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PersonArgument());
  }
}
