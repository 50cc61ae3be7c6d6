package org.communitydesk.sandbox.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.communitydesk.knowledge.Knowledge;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Fills an empty knowledge base, so that the first question has an answer. */
@Component
class FirstScripts implements ApplicationRunner {

  private final Knowledge knowledge;
  private final ObjectMapper json;
  private final Resource file;

  FirstScripts(
      Knowledge knowledge,
      ObjectMapper json,
      @Value("classpath:sandbox/scripts.json") Resource file) {
    this.knowledge = knowledge;
    this.json = json;
    this.file = file;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (!knowledge.isEmpty()) {
      return;
    }
    try (InputStream in = file.getInputStream()) {
      for (Entry entry : json.readValue(in, new TypeReference<List<Entry>>() {})) {
        knowledge.add(entry.question(), entry.answer(), "Песочница");
      }
    }
  }

  record Entry(String question, String answer) {}
}
