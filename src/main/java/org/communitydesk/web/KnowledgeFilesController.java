package org.communitydesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Map;
import org.communitydesk.knowledge.Export;
import org.communitydesk.knowledge.FileRefused;
import org.communitydesk.knowledge.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Scripts as spreadsheets. */
@RestController
@RequestMapping("/api/knowledge")
class KnowledgeFilesController {

  private final Import intake;
  private final Export export;
  private final ObjectMapper json;

  KnowledgeFilesController(Import intake, Export export, ObjectMapper json) {
    this.intake = intake;
    this.export = export;
    this.json = json;
  }

  @Operation(
      summary = "Takes scripts in from XLSX or CSV; mapping: {\"question\": \"name of a column\"}")
  @PostMapping("/import")
  Import.Report take(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) String mapping,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean approve,
      Principal person)
      throws IOException {
    Import.Order order = new Import.Order(FileNames.bare(file), mapping(mapping), dryRun, approve);
    try (InputStream content = file.getInputStream()) {
      return intake.run(content, order, person.getName());
    }
  }

  @Operation(summary = "All scripts as XLSX, or with format=csv as CSV; can be imported again")
  @GetMapping("/export")
  void export(@RequestParam(defaultValue = "xlsx") String format, HttpServletResponse response)
      throws IOException {
    boolean csv = format.equals("csv");
    if (!csv && !format.equals("xlsx")) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Поле format: xlsx или csv");
    }
    response.setContentType(
        csv
            ? "text/csv;charset=UTF-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"scripts." + format + "\"");
    if (csv) {
      export.csv(response.getOutputStream());
    } else {
      export.xlsx(response.getOutputStream());
    }
  }

  @ExceptionHandler
  ProblemDetail refused(FileRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setTitle("Файл не принят");
    return problem;
  }

  private Map<String, String> mapping(String text) {
    try {
      return text == null || text.isBlank()
          ? Map.of()
          : json.readValue(text, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException unreadable) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "Поле mapping: нужен JSON вида {\"question\": \"Название столбца\"}",
          unreadable);
    }
  }
}
