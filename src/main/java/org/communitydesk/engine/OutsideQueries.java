package org.communitydesk.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets no expression in from outside, at whatever depth of a query it hides; the engine itself
 * looks only at the top (CVE-2026-109432). Lists that the caller did not limit are capped.
 */
class OutsideQueries extends OncePerRequestFilter {

  private static final int LARGEST_BODY = 4 * 1024 * 1024;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .build())
          .build();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (namesExpression(request.getQueryString())) {
      refuse(response, 400, "Выражения в запросах не допускаются.");
      return;
    }
    if (isUpload(request)) {
      chain.doFilter(new CappedRequest(request, request.getInputStream()), response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(response, 413, "Запрос слишком велик.");
    } else if (!isJson(request) || isHarmless(body)) {
      chain.doFilter(new CappedRequest(request, new KeptBody(body)), response);
    } else {
      refuse(response, 400, "Запрос не читается или содержит выражения.");
    }
  }

  private static boolean namesExpression(String query) {
    return query != null
        && UriComponentsBuilder.newInstance()
            .query(query)
            .build()
            .getQueryParams()
            .keySet()
            .stream()
            .anyMatch(OutsideQueries::isExpression);
  }

  private static boolean isUpload(HttpServletRequest request) {
    return request.getContentType() != null
        && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static boolean isJson(HttpServletRequest request) {
    return request.getContentType() == null
        || !request
            .getContentType()
            .toLowerCase(Locale.ROOT)
            .startsWith("application/x-www-form-urlencoded");
  }

  private static boolean isHarmless(byte[] body) {
    try (JsonParser json = JSON.createParser(body)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && isExpression(json.currentName())) {
          return false;
        }
      }
      return true;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isExpression(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("expression");
  }

  private static void refuse(HttpServletResponse response, int status, String message)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write("{\"type\":\"InvalidRequestException\",\"message\":\"" + message + "\"}");
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    FilterRegistrationBean<OutsideQueries> outsideQueries() {
      var registration = new FilterRegistrationBean<>(new OutsideQueries());
      registration.addUrlPatterns(
          "/engine-rest/*", "/camunda/api/engine/*", "/camunda/api/cockpit/plugin/*");
      registration.setOrder(1);
      return registration;
    }
  }
}
