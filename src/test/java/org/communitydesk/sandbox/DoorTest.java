package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DoorTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, GET, , 200",
    "::1, POST, same-origin, 200",
    "0:0:0:0:0:0:0:1, POST, , 200",
    "192.168.1.5, GET, , 403",
    "2001:db8::1, GET, , 403",
    "127.0.0.1, POST, cross-site, 403",
    "127.0.0.1, GET, cross-site, 200"
  })
  void opensOnlyToThisMachineAndItsOwnPage(String from, String method, String site, int status)
      throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/sandbox/api/reset");
    request.setRemoteAddr(from);
    if (site != null) {
      request.addHeader("Sec-Fetch-Site", site);
    }
    MockHttpServletResponse response = new MockHttpServletResponse();

    new ThisMachineOnly().doFilter(request, response, new MockFilterChain());

    assertThat(response.getStatus()).isEqualTo(status);
  }
}
