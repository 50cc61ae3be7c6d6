package org.communitydesk.engine;

import com.zaxxer.hikari.HikariDataSource;
import org.communitydesk.database.QuickConnections;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * How many connections the threads of a node need so that none waits for one that another holds
 * while it waits itself. A job that publishes holds three at once: the engine's, the ledger's and
 * the gate's; a part of a file that it sends comes for a moment over one of the rest. A thread of
 * the inbox holds two.
 */
final class PoolSize {

  static final String SETTING = "spring.datasource.hikari.maximum-pool-size";
  private static final String JOBS = "camunda.bpm.job-execution.max-pool-size";
  private static final String WORKERS = "desk.intake.workers";
  private static final int OF_A_JOB = 3;
  private static final int OF_A_WORKER = 2;

  /** People's requests, polls, mail, watchman, training, and the one that listens. */
  private static final int OF_THE_REST = 12;

  private PoolSize() {}

  /** What the settings need. */
  static int needed(int jobs, int workers) {
    return OF_A_JOB * jobs + OF_A_WORKER * workers + OF_THE_REST;
  }

  /**
   * The pool's size: what is set, or else what is needed.
   *
   * @throws TooSmall when less is set than is needed; the message is Russian
   */
  static int of(Environment settings) {
    int jobs = settings.getProperty(JOBS, Integer.class, 8);
    int workers = settings.getProperty(WORKERS, Integer.class, 2);
    if (jobs < 1) {
      throw TooSmall.threads(JOBS, jobs, 1);
    }
    if (workers < 0) {
      throw TooSmall.threads(WORKERS, workers, 0);
    }
    int needed = needed(jobs, workers);
    Integer set = settings.getProperty(SETTING, Integer.class);
    if (set != null && set < needed) {
      throw TooSmall.pool(set, jobs, workers, needed);
    }
    return set == null ? needed : set;
  }

  static final class TooSmall extends RuntimeException {

    private final String action;

    private TooSmall(String what, String action) {
      super(what);
      this.action = action;
    }

    private static TooSmall pool(int set, int jobs, int workers, int needed) {
      return new TooSmall(
          ("Соединений с PostgreSQL на узел задано %d (%s), а нужно не меньше %d: по %d на каждый из потоков заданий"
                  + " (%s=%d), по %d на каждый из потоков входящих (%s=%d) и %d на всё остальное. С меньшим числом"
                  + " потоки ждали бы соединений друг друга.")
              .formatted(
                  set,
                  SETTING,
                  needed,
                  OF_A_JOB,
                  JOBS,
                  jobs,
                  OF_A_WORKER,
                  WORKERS,
                  workers,
                  OF_THE_REST),
          ("Уберите %s: соединений будет столько, сколько нужно. Или задайте не меньше %d, или уменьшите число потоков."
                  + " Сервер PostgreSQL должен принимать от каждого узла столько соединений и ещё %d"
                  + " (max_connections).")
              .formatted(SETTING, needed, QuickConnections.COUNT));
    }

    private static TooSmall threads(String setting, int set, int least) {
      return new TooSmall(
          "Число потоков %s задано %d, а должно быть не меньше %d: иначе ничего не будет делаться."
              .formatted(setting, set, least),
          "Уберите %s или задайте не меньше %d.".formatted(setting, least));
    }
  }

  static final class TooSmallAnalyzer extends AbstractFailureAnalyzer<TooSmall> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TooSmall cause) {
      return new FailureAnalysis(cause.getMessage(), cause.action, cause);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Sizing {

    @Bean
    static BeanPostProcessor poolSize(Environment settings) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
          if (bean instanceof HikariDataSource pool && name.equals("dataSource")) {
            pool.setMaximumPoolSize(of(settings));
          }
          return bean;
        }
      };
    }
  }
}
