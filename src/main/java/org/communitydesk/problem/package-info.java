/**
 * Many appeals about one thing in a short time: which they are, and the one answer that all of them
 * get. A room of its own because {@code cases} knows one case file at a time, while a problem is
 * about many, lives longer than any of them and has rules of its own.
 *
 * <p>Door: {@link org.communitydesk.problem.Problems} finds and keeps them; {@link
 * org.communitydesk.problem.CommonAnswers} previews and chooses; {@link
 * org.communitydesk.problem.ProblemProcess} is told what people did past the diagrams. Not here:
 * when which answer goes out (see {@code processes/incident.bpmn}) and how (see {@code
 * publication}).
 */
@ApplicationModule(
    displayName = "Problem",
    allowedDependencies = {"conversation", "privacy", "cases", "channel", "policy", "database"})
package org.communitydesk.problem;

import org.springframework.modulith.ApplicationModule;
