package org.communitydesk.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One chain for each door of the house. */
@Configuration(proxyBeanMethods = false)
class WebSecurityConfiguration {

  private static final String MODERATORS = "moderators";
  private static final String CONTACT_CENTER = "contact-center";
  private static final String SUPERVISORS = "supervisors";
  private static final String ADVOCATES = "advocates";
  private static final String PROCESS_OWNERS = "process-owners";
  private static final String MANAGERS = "managers";
  private static final String ADMINISTRATORS = "camunda-admin";

  private static final String PLAIN_FORM =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private static final String OWN_PAGE =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
          + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private static final RequestMatcher SETUP_PAGE =
      PathPatternRequestMatcher.withDefaults().matcher("/camunda/app/admin/{engine}/setup/**");

  @Bean
  AuthenticationManager authenticationManager(AuthenticationProvider people) {
    return new ProviderManager(people);
  }

  /** The platforms sign for themselves. */
  @Bean
  @Order(1)
  SecurityFilterChain platforms(HttpSecurity http) throws Exception {
    return http.securityMatcher("/hooks/**")
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** Camunda's REST: Modeler and other programs, by HTTP basic; the engine knows their rights. */
  @Bean
  @Order(5)
  SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
    return http.securityMatcher(below("/engine-rest"))
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(SlowDown.orBasic()))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** The webapps have their own login; the setup page stays closed. */
  @Bean
  @Order(2)
  SecurityFilterChain webapps(HttpSecurity http) throws Exception {
    return http.securityMatcher(below("/camunda"))
        .authorizeHttpRequests(
            all ->
                all.requestMatchers(below("/camunda/api/admin/setup"), SETUP_PAGE)
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(withDefaults()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain operations(HttpSecurity http) throws Exception {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(
            all ->
                all.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                    .permitAll()
                    .anyRequest()
                    .hasRole(ADMINISTRATORS))
        .httpBasic(basic -> basic.authenticationEntryPoint(SlowDown.orBasic()))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain api(
      HttpSecurity http, AuthenticationConverter webappSession, CsrfTokenRepository webappTokens)
      throws Exception {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            all ->
                all.dispatcherTypeMatchers(DispatcherType.ASYNC)
                    .permitAll() // the end of a request that was let in
                    .requestMatchers(GET, "/api/live")
                    .hasAnyRole(
                        MODERATORS,
                        CONTACT_CENTER,
                        SUPERVISORS,
                        ADVOCATES,
                        PROCESS_OWNERS,
                        MANAGERS)
                    .requestMatchers(GET, "/api/appeals", "/api/appeals/*")
                    .hasAnyRole(MODERATORS, CONTACT_CENTER, SUPERVISORS, PROCESS_OWNERS, MANAGERS)
                    .requestMatchers(PUT, "/api/appeals/*/draft")
                    .hasAnyRole(MODERATORS, SUPERVISORS)
                    .requestMatchers(POST, "/api/appeals/*/contact-center/withdraw")
                    .hasAnyRole(MODERATORS, SUPERVISORS)
                    .requestMatchers("/api/contact-center/**")
                    .hasRole(SUPERVISORS)
                    .requestMatchers("/api/appeals/*/enclosure")
                    .hasAnyRole(MODERATORS, SUPERVISORS)
                    .requestMatchers(GET, "/api/inbox", "/api/publications", "/api/channels")
                    .hasAnyRole(MODERATORS, SUPERVISORS, PROCESS_OWNERS, MANAGERS, ADMINISTRATORS)
                    .requestMatchers(GET, "/api/publishing", "/api/channels/capabilities")
                    .hasAnyRole(MODERATORS, SUPERVISORS, PROCESS_OWNERS, MANAGERS, ADMINISTRATORS)
                    .requestMatchers(PUT, "/api/publishing", "/api/publishing/*/*")
                    .hasAnyRole(SUPERVISORS, ADMINISTRATORS)
                    .requestMatchers(
                        POST, "/api/publications/*/release", "/api/publications/*/drop")
                    .hasRole(SUPERVISORS)
                    .requestMatchers(POST, "/api/channels/*/*/check")
                    .hasAnyRole(SUPERVISORS, MANAGERS, ADMINISTRATORS)
                    .requestMatchers("/api/channels/*/*/token")
                    .hasRole(ADMINISTRATORS)
                    .requestMatchers(POST, "/api/inbox/*/retry")
                    .hasAnyRole(SUPERVISORS, ADMINISTRATORS)
                    .requestMatchers(POST, "/api/tasks/*/suggestions/*/used")
                    .hasAnyRole(MODERATORS, CONTACT_CENTER, SUPERVISORS, ADVOCATES)
                    .requestMatchers(PUT, "/api/tasks/*/suggestions/*/file")
                    .hasAnyRole(MODERATORS, SUPERVISORS)
                    .requestMatchers("/api/tasks", "/api/tasks/**")
                    .hasAnyRole(MODERATORS, CONTACT_CENTER, SUPERVISORS, ADVOCATES, MANAGERS)
                    .requestMatchers(POST, "/api/attachments/*/fetch")
                    .hasAnyRole(MODERATORS, SUPERVISORS)
                    .requestMatchers(GET, "/api/attachments/*")
                    .hasAnyRole(MODERATORS, CONTACT_CENTER, SUPERVISORS, ADVOCATES, MANAGERS)
                    .requestMatchers(GET, "/api/knowledge/export")
                    .hasRole(SUPERVISORS)
                    .requestMatchers(GET, "/api/knowledge/synonyms")
                    .hasAnyRole(MODERATORS, SUPERVISORS, PROCESS_OWNERS, MANAGERS)
                    .requestMatchers(PUT, "/api/knowledge/synonyms")
                    .hasAnyRole(SUPERVISORS, PROCESS_OWNERS)
                    .requestMatchers(GET, "/api/knowledge", "/api/knowledge/**")
                    .hasAnyRole(MODERATORS, CONTACT_CENTER, SUPERVISORS, ADVOCATES, MANAGERS)
                    .requestMatchers(POST, "/api/knowledge")
                    .hasAnyRole(MODERATORS, SUPERVISORS)
                    .requestMatchers("/api/knowledge/**")
                    .hasRole(SUPERVISORS)
                    .requestMatchers(
                        GET,
                        "/api/sanctions",
                        "/api/sanctions/*",
                        "/api/sanctions/ledger/check",
                        "/api/people/*/*")
                    .hasAnyRole(
                        MODERATORS,
                        CONTACT_CENTER,
                        SUPERVISORS,
                        PROCESS_OWNERS,
                        MANAGERS,
                        ADMINISTRATORS)
                    .requestMatchers(
                        GET,
                        "/api/people",
                        "/api/people/erasures",
                        "/api/people/*/*/holdings",
                        "/api/people/*/*/export")
                    .hasAnyRole(SUPERVISORS, ADMINISTRATORS)
                    .requestMatchers(DELETE, "/api/people/*/*")
                    .hasRole(ADMINISTRATORS)
                    .requestMatchers(POST, "/api/privacy/mask")
                    .hasAnyRole(
                        MODERATORS,
                        CONTACT_CENTER,
                        SUPERVISORS,
                        PROCESS_OWNERS,
                        MANAGERS,
                        ADMINISTRATORS)
                    .requestMatchers(POST, "/api/incidents/*/answer")
                    .hasRole(SUPERVISORS)
                    .requestMatchers(PUT, "/api/incidents/*/draft")
                    .hasRole(SUPERVISORS)
                    .requestMatchers("/api/incidents", "/api/incidents/**")
                    .hasAnyRole(SUPERVISORS, ADMINISTRATORS)
                    .requestMatchers(
                        POST, "/api/sanctions/*/revoke", "/api/sanctions/reconciliation")
                    .hasAnyRole(SUPERVISORS, ADMINISTRATORS)
                    .requestMatchers(POST, "/api/sanctions/*/dispute", "/api/offences/*/withdraw")
                    .hasAnyRole(MODERATORS, SUPERVISORS)
                    .requestMatchers("/api/people/*/*/links/*/*")
                    .hasAnyRole(MODERATORS, SUPERVISORS)
                    .requestMatchers(POST, "/api/violations/detect")
                    .hasAnyRole(MODERATORS, SUPERVISORS, PROCESS_OWNERS, ADMINISTRATORS)
                    .requestMatchers(POST, "/api/policy/check")
                    .hasAnyRole(
                        MODERATORS,
                        CONTACT_CENTER,
                        SUPERVISORS,
                        ADVOCATES,
                        PROCESS_OWNERS,
                        ADMINISTRATORS)
                    .requestMatchers(POST, "/api/triage/suggest")
                    .hasAnyRole(MODERATORS, SUPERVISORS, PROCESS_OWNERS, MANAGERS, ADMINISTRATORS)
                    .requestMatchers(POST, "/api/triage/decisions", "/api/triage/train")
                    .hasRole(SUPERVISORS)
                    .requestMatchers(GET, "/api/triage/quality")
                    .hasAnyRole(SUPERVISORS, PROCESS_OWNERS, MANAGERS)
                    .requestMatchers(GET, "/api/advocates", "/api/advocates/*/posts")
                    .hasAnyRole(SUPERVISORS, MANAGERS)
                    .requestMatchers("/api/advocates", "/api/advocates/*")
                    .hasRole(SUPERVISORS)
                    .requestMatchers("/api/policy/lists/*")
                    .hasAnyRole(SUPERVISORS, PROCESS_OWNERS)
                    .requestMatchers(GET, "/api/calendar", "/api/calendar/*")
                    .hasAnyRole(MODERATORS, SUPERVISORS, PROCESS_OWNERS, MANAGERS, ADMINISTRATORS)
                    .requestMatchers(PUT, "/api/calendar/*")
                    .hasAnyRole(SUPERVISORS, PROCESS_OWNERS, ADMINISTRATORS)
                    .requestMatchers(GET, "/api/openapi.json", "/api/me")
                    .authenticated()
                    .anyRequest()
                    .denyAll())
        .httpBasic(basic -> basic.authenticationEntryPoint(new SlowDown(new SignIn())))
        .exceptionHandling(failures -> failures.authenticationEntryPoint(new SignIn()))
        .addFilterBefore(new WebappLogin(webappSession), BasicAuthenticationFilter.class)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(webappTokens)
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .ignoringRequestMatchers(
                        request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
        .sessionManagement(AbstractHttpConfigurer::disable) // the session is the webapps' alone
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  /** The page asks for a token of its own; see {@link MakeFirstAdministrator}. */
  @Bean
  @Order(6)
  SecurityFilterChain firstAdministrator(HttpSecurity http) throws Exception {
    return http.securityMatcher("/first-administrator", "/first-administrator/page.css")
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(PLAIN_FORM))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /**
   * The pages of our own, each for those whose work it is; who is not signed in to the webapps is
   * asked for HTTP basic.
   */
  @Bean
  @Order(7)
  SecurityFilterChain operators(
      HttpSecurity http, AuthenticationConverter webappSession, CsrfTokenRepository webappTokens)
      throws Exception {
    return http.securityMatcher(
            "/channels",
            "/channels/**",
            "/advocates",
            "/advocates/**",
            "/knowledge",
            "/knowledge/**",
            "/people",
            "/people/**",
            "/incidents",
            "/incidents/**",
            "/contact-center",
            "/contact-center/**")
        .authorizeHttpRequests(
            all ->
                all.requestMatchers("/advocates", "/advocates/**")
                    .hasRole(SUPERVISORS)
                    .requestMatchers("/knowledge", "/knowledge/**")
                    .hasAnyRole(
                        MODERATORS,
                        CONTACT_CENTER,
                        SUPERVISORS,
                        ADVOCATES,
                        PROCESS_OWNERS,
                        MANAGERS)
                    .requestMatchers("/people", "/people/**", "/incidents", "/incidents/**")
                    .hasAnyRole(SUPERVISORS, ADMINISTRATORS)
                    .requestMatchers("/contact-center", "/contact-center/**")
                    .hasRole(SUPERVISORS)
                    .anyRequest()
                    .hasAnyRole(SUPERVISORS, MANAGERS, ADMINISTRATORS))
        .httpBasic(basic -> basic.authenticationEntryPoint(SlowDown.orBasic()))
        .addFilterBefore(new WebappLogin(webappSession), BasicAuthenticationFilter.class)
        .addFilterAfter(new CsrfCookie(webappTokens), AuthorizationFilter.class)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(webappTokens)
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(OWN_PAGE))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .sessionManagement(AbstractHttpConfigurer::disable) // the session is the webapps' alone
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  /**
   * The community rules are for everybody to read; what all pages are made of, also those before a
   * login, holds nothing about anybody.
   */
  @Bean
  @Order(8)
  SecurityFilterChain forEverybody(HttpSecurity http) throws Exception {
    return http.securityMatcher("/rules", "/rules/page.css", "/kit/**")
        .authorizeHttpRequests(
            all ->
                all.requestMatchers(GET, "/rules", "/rules/page.css", "/kit/*.js", "/kit/*.css")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .headers(
            headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PLAIN_FORM)))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(9)
  SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            all -> all.requestMatchers("/", "/error").permitAll().anyRequest().denyAll())
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(new HttpStatusEntryPoint(NOT_FOUND)))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** Other servlets than Spring's answer there, so the whole path counts. */
  private static RequestMatcher below(String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(path + "/**");
  }
}
