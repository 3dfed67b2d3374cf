package io.duly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyRolesTest {

  @Test
  void theGroupThatMayTheMostCounts() {
    var roles = CompanyRoles.of("desk=collector, leads=manager,readers=auditor");
    assertThat(roles.of(List.of("readers", "desk"))).contains(Role.COLLECTOR);
    assertThat(roles.of(List.of("readers", "leads", "desk"))).contains(Role.MANAGER);
    assertThat(roles.of(List.of("manager", "Leads"))).isEmpty();
    assertThat(CompanyRoles.of("").isOn()).isFalse();
    assertThat(CompanyRoles.of("cn=a,ou=b=senior;x=client").of(List.of("cn=a,ou=b"))).contains(Role.SENIOR);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"desk|holds group=role", "=manager|holds group=role", "desk=boss|a role that there is not: boss", "desk=senior,desk=manager|names a group twice"})
  void whatIsNoSuchPairStopsTheStartWithASentence(String text, String says) {
    assertThatThrownBy(() -> CompanyRoles.of(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(says);
  }
}
