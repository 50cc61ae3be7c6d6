package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.communitydesk.contract.PlantedFault;
import org.communitydesk.contract.ProcessContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name in {@code processes} and {@code forms} stands for something that exists. */
class ProcessContractTest {

  private static final ProcessContract CONTRACT = new ProcessContract(Path.of(""));

  @Test
  void everythingThatDiagramsNameExists() {
    assertThat(CONTRACT.faults()).isEmpty();
  }

  /** The contract is worth what it finds: each kind of fault, planted once. */
  @Nested
  class Finds {

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.communitydesk.contract.PlantedFault#all")
    void theFaultAndSaysSo(PlantedFault fault) {
      assertThat(CONTRACT.faults(fault)).contains(fault.sentence());
    }

    @ParameterizedTest
    @MethodSource("org.communitydesk.contract.PlantedFault#unreadable")
    void filesThatCannotBeRead(PlantedFault fault) {
      assertThat(CONTRACT.faults(fault)).anyMatch(said -> said.startsWith(fault.sentence()));
    }
  }
}
