package org.communitydesk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitydesk.publication.RestoredPublications;
import org.communitydesk.publication.RestoredPublications.Marked;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/** The command {@code after-restore}: what has to be done before the first node starts. */
@ComponentScan("org.communitydesk.database")
@Import(RestoredPublications.class)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
class AfterRestore {

  private static final String COMMAND = "after-restore";
  private static final List<String> SMALL_AND_QUIET =
      List.of(
          "--desk.database.guest=true",
          "--spring.datasource.hikari.maximum-pool-size=2",
          "--spring.datasource.hikari.data-source-properties.ApplicationName=" + COMMAND,
          "--logging.level.root=OFF");

  static boolean isMeantBy(String[] args) {
    return args.length > 0 && args[0].equals(COMMAND);
  }

  /** Returns the exit code: 0 when the nodes may start. */
  static int run(String[] args) {
    return run(
        args,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
  }

  static int run(String[] args, PrintStream out) {
    try (ConfigurableApplicationContext rooms =
        new SpringApplicationBuilder(AfterRestore.class)
            .web(WebApplicationType.NONE)
            .run(settings(args))) {
      Optional<Marked> marked = rooms.getBean(RestoredPublications.class).mark();
      out.println(marked.map(AfterRestore::summary).orElse(IN_USE));
      return marked.isPresent() ? 0 : 1;
    } catch (RuntimeException failure) {
      out.println(
          "Nothing was changed: the database cannot be used with these settings ("
              + NestedExceptionUtils.getMostSpecificCause(failure).getMessage()
              + ").");
      return 1;
    }
  }

  private static String[] settings(String[] args) {
    return Stream.concat(Stream.of(args).skip(1), SMALL_AND_QUIET.stream()).toArray(String[]::new);
  }

  private static final String IN_USE =
      "Nothing was changed: other programs are connected to this database. Stop all nodes, close"
          + " other clients, and run the command again.";

  private static String summary(Marked marked) {
    return """
    The restored database is ready, one node may start now.

    Replies that may have gone out since the backup: %d. Each is looked up on its platform, or a moderator
    is asked; none is sent again by itself.
    Bans, deletions and the like that may have been done since: %d. They are done again, which changes
    nothing where they were done before.
    What polled accounts heard since the backup is asked for again; deliveries by hook come only as long as
    the platforms repeat them.\
    """
        .formatted(marked.replies(), marked.acts());
  }
}
