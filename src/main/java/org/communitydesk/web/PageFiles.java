package org.communitydesk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** The files of a page of our own, from one folder of the class path. */
record PageFiles(String folder) {

  private static final Map<String, String> TYPES =
      Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8");

  ResponseEntity<String> html(String text) {
    return answer("text/html;charset=UTF-8", text);
  }

  /** A style or a script; 404 for anything else. */
  ResponseEntity<String> part(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !name.matches("[a-z][a-z-]*\\.[a-z]+") || !resource(name).exists()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return answer(type, text(name));
  }

  String text(String name) {
    try {
      return resource(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private ClassPathResource resource(String name) {
    return new ClassPathResource(folder + "/" + name);
  }

  private static ResponseEntity<String> answer(String type, String body) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noCache())
        .body(body);
  }
}
