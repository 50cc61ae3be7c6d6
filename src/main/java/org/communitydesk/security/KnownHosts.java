package org.communitydesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers under its own names only: a page of another site whose name is made to lead to this
 * machine gets nothing. Without names it answers under any.
 */
class KnownHosts extends OncePerRequestFilter {

  private static final int MISDIRECTED = 421;

  private static final byte[] REFUSAL =
      """
      {"status":421,"detail":"Под этим именем сервера программа не отвечает: откройте её по имени \
      из настройки desk.hosts (в песочнице это localhost)."}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private final List<String> names;

  KnownHosts(List<String> names) {
    this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (names.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(MISDIRECTED);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(REFUSAL);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    @ConditionalOnProperty("desk.hosts")
    FilterRegistrationBean<KnownHosts> knownHosts(@Value("${desk.hosts}") List<String> names) {
      var registration = new FilterRegistrationBean<>(new KnownHosts(names));
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return registration;
    }
  }
}
