package org.communitydesk.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * What becomes of a job that did not come to its end. The stock factory makes one that lost an
 * optimistic lock wait as long as one that failed, a minute in our diagrams; here it is free again
 * at once, with the tries that it had: who won has committed by then. One that goes on losing waits
 * like the others, so that nothing turns in circles at full speed.
 */
class JobConflicts implements FailedJobCommandFactory {

  /** Each try is two: taken, and free again. */
  private static final int MOST_REVISIONS = 60;

  @Override
  public Command<Object> getCommand(String jobId, Throwable failure) {
    return failure instanceof OptimisticLockingException
        ? new TryAgain(jobId, failure)
        : new DefaultJobRetryCmd(jobId, failure);
  }

  private static class TryAgain extends JobRetryCmd {

    private static final long serialVersionUID = 1;

    TryAgain(String jobId, Throwable conflict) {
      super(jobId, conflict);
    }

    @Override
    public Object execute(CommandContext context) {
      JobEntity job = getJob();
      if (job == null) {
        return null;
      }
      if (job.getRevision() > MOST_REVISIONS) {
        return new DefaultJobRetryCmd(jobId, exception).execute(context);
      }
      job.unlock();
      notifyAcquisition(context);
      return null;
    }
  }
}
