package org.communitydesk.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** The engine's job executor; the stock one looks for no job any more after an error. */
class Jobs extends SpringJobExecutor {

  private static final Duration AFTER_ITS_END = Duration.ofSeconds(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  private final Loops loops;
  private Loop acquisition;

  Jobs(Loops loops) {
    this.loops = loops;
  }

  @Override
  protected void startJobAcquisitionThread() {
    if (acquisition == null) {
      acquisition =
          loops.start(
              "job-acquisition",
              "выполнение шагов процессов",
              () -> {
                acquireJobsRunnable.run();
                return AFTER_ITS_END;
              });
    }
  }

  @Override
  protected void stopJobAcquisitionThread() {
    if (acquisition != null) {
      acquisition.stop();
      try {
        acquisition.join(LONGEST_STOP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      acquisition = null;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Making {

    /** As the starter makes it, from the same settings. */
    @Bean
    static JobExecutor jobExecutor(
        @Qualifier("camundaTaskExecutor") TaskExecutor threads,
        CamundaBpmProperties settings,
        Loops loops) {
      Jobs jobs = new Jobs(loops);
      jobs.setTaskExecutor(threads);
      jobs.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
      JobExecutionProperty set = settings.getJobExecution();
      PropertyMapper map = PropertyMapper.get().alwaysApplyingWhenNonNull();
      map.from(set.getLockTimeInMillis()).to(jobs::setLockTimeInMillis);
      map.from(set.getMaxJobsPerAcquisition()).to(jobs::setMaxJobsPerAcquisition);
      map.from(set.getWaitTimeInMillis()).to(jobs::setWaitTimeInMillis);
      map.from(set.getMaxWait()).to(jobs::setMaxWait);
      map.from(set.getBackoffTimeInMillis()).to(jobs::setBackoffTimeInMillis);
      map.from(set.getMaxBackoff()).to(jobs::setMaxBackoff);
      map.from(set.getBackoffDecreaseThreshold()).to(jobs::setBackoffDecreaseThreshold);
      map.from(set.getWaitIncreaseFactor()).to(jobs::setWaitIncreaseFactor);
      return jobs;
    }
  }
}
