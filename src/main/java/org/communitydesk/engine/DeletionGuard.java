package org.communitydesk.engine;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets people delete only what no case ever used, and never together with cases. */
class DeletionGuard extends CommandInterceptor {

  private static final Set<Class<?>> SINGLE =
      Set.of(DeleteProcessDefinitionsByIdsCmd.class, DeleteProcessDefinitionsByKeyCmd.class);
  private static final String USED =
      """
      SELECT EXISTS (SELECT 1 FROM act_re_procdef d WHERE d.deployment_id_ = :id AND
                       (EXISTS (SELECT 1 FROM act_ru_execution e WHERE e.proc_def_id_ = d.id_)
                     OR EXISTS (SELECT 1 FROM act_hi_procinst h WHERE h.proc_def_id_ = d.id_)))
          OR EXISTS (SELECT 1 FROM act_re_decision_def d JOIN act_hi_decinst h
                       ON h.dec_def_id_ = d.id_ WHERE d.deployment_id_ = :id)
          OR EXISTS (SELECT 1 FROM act_re_camformdef f WHERE f.deployment_id_ = :id AND NOT EXISTS
                       (SELECT 1 FROM act_re_camformdef o
                         WHERE o.key_ = f.key_ AND o.deployment_id_ <> f.deployment_id_))
          OR EXISTS (SELECT 1 FROM act_re_deployment WHERE id_ = :id AND name_ = :own)
      """;

  private final BooleanSupplier isPerson;
  private final JdbcClient jdbc;

  DeletionGuard(BooleanSupplier isPerson, JdbcClient jdbc) {
    this.isPerson = isPerson;
    this.jdbc = jdbc;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (isPerson.getAsBoolean()) {
      if (SINGLE.contains(command.getClass())) {
        throw refused("Отдельную версию схемы удалить нельзя: удаляют развёртывание целиком.");
      }
      if (command instanceof DeleteDeploymentCmd) {
        check(new DirectFieldAccessor(command));
      }
    }
    return next.execute(command);
  }

  private void check(DirectFieldAccessor deletion) {
    if (Boolean.TRUE.equals(deletion.getPropertyValue("cascade"))) {
      throw refused("Удалить развёртывание вместе с обращениями (cascade) нельзя.");
    }
    if (isUsed(String.valueOf(deletion.getPropertyValue("deploymentId")))) {
      throw refused("Развёртывание удалить нельзя: им уже пользовались обращения или задачи.");
    }
  }

  private boolean isUsed(String deployment) {
    return jdbc.sql(USED)
        .param("id", deployment)
        .param("own", Deployment.NAME)
        .query(Boolean.class)
        .single();
  }

  private static ClientErrorException refused(String why) {
    return new ClientErrorException(why, Status.CONFLICT);
  }
}
