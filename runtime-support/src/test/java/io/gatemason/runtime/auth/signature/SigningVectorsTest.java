package io.gatemason.runtime.auth.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.identity.TestIdentities;
import io.gatemason.runtime.digest.Sha256;
import io.gatemason.runtime.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public vectors of Signature Version 4, in the header and in the query: each is verified as it
 * is, and refused with each of ten changes. Those that only other services take have to be refused.
 */
class SigningVectorsTest {
  private static final Path SUITE =
      Path.of(System.getProperty("gatemason.shared", "../shared"), "suites", "sigv4");

  @Test
  void verifiesSignaturesInTheHeader() throws IOException {
    check("header");
  }

  @Test
  void verifiesSignaturesInTheQuery() throws IOException {
    check("query");
  }

  private static void check(String form) throws IOException {
    assumeTrue(Files.isDirectory(SUITE), "the public suites are not beside the project");
    int verified = 0;
    int mutations = 0;
    try (Stream<Path> folders = Files.list(SUITE)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        JsonNode context = Json.read(Files.readAllBytes(folder.resolve("context.json")));
        FakeRequest request = request(folder.resolve(form + "-signed-request.txt"));
        SignatureVerifier verifier = verifier(context);
        String name = folder.getFileName() + " " + form;
        if (ofOtherServices(context, form, request.path())) {
          assertThrows(SignatureRefusedException.class, () -> verifier.verify(request), name);
          continue;
        }
        assertEquals("AKIDEXAMPLE", verifier.verify(request).accessKeyId(), name);
        assertEquals(
            Files.readString(folder.resolve(form + "-canonical-request.txt")),
            CanonicalRequest.of(
                request, SignatureFields.read(request).signedHeaders(), Sha256.hex(request.body())),
            name);
        verified++;
        for (FakeRequest mutation : mutations(request)) {
          assertThrows(SignatureRefusedException.class, () -> verifier.verify(mutation), name);
          mutations++;
        }
      }
    }
    assertTrue(verified >= 30, verified + " verified");
    assertEquals(10 * verified, mutations);
  }

  /** Signed with another form of the path, or with a session token added to the query later. */
  private static boolean ofOtherServices(JsonNode context, String form, String path) {
    boolean normal = !path.contains("/.") && !path.contains("//");
    return (!context.get("normalize").asBoolean() && !normal)
        || (context.path("omit_session_token").asBoolean() && form.equals("query"));
  }

  private static List<FakeRequest> mutations(FakeRequest request) {
    List<FakeRequest> mutations = new ArrayList<>();
    mutations.add(request.withMethod(request.method().equals("GET") ? "POST" : "GET"));
    mutations.add(request.withPath(request.path() + "x"));
    mutations.add(request.withPath("/x" + request.path()));
    mutations.add(
        request.withQuery(request.query() + (request.query().isEmpty() ? "" : "&") + "z=1"));
    mutations.add(request.withBody(new String(request.body(), StandardCharsets.UTF_8) + " "));
    mutations.add(request.replacing("Host", "other.amazonaws.com"));
    boolean header = !request.header("authorization").isEmpty();
    for (String[] change :
        List.of(
            new String[] {"Signature=", "Signature=0"},
            new String[] {"AKIDEXAMPLE", "AKIDEXAMPLF"},
            new String[] {"us-east-1", "us-east-2"},
            new String[] {"20150830", "20150829"})) {
      mutations.add(
          header
              ? request.replacingIn("Authorization", change[0], change[1])
              : request.withQuery(request.query().replace(change[0], change[1])));
    }
    return mutations;
  }

  private static SignatureVerifier verifier(JsonNode context) {
    JsonNode credentials = context.get("credentials");
    Identity identity =
        TestIdentities.identity(
            credentials.get("access_key_id").asText(),
            credentials.get("secret_access_key").asText(),
            credentials.path("token").asText());
    long now = Instant.parse(context.get("timestamp").asText()).toEpochMilli();
    return new SignatureVerifier(
        (id, scope) -> id.equals(identity.accessKeyId()) ? identity : null,
        context.get("region").asText(),
        context.get("service").asText(),
        () -> now,
        true);
  }

  /** Lines of a head, in which a value may be folded, and a body; the path may hold blanks. */
  private static FakeRequest request(Path file) throws IOException {
    String text = Files.readString(file);
    int end = text.indexOf("\n\n");
    String[] lines = (end < 0 ? text : text.substring(0, end)).split("\n");
    String target = lines[0].substring(lines[0].indexOf(' ') + 1, lines[0].lastIndexOf(' '));
    int question = target.indexOf('?');
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (lines[i].startsWith(" ")) {
        Map.Entry<String, String> last = headers.removeLast();
        headers.add(Map.entry(last.getKey(), last.getValue() + " " + lines[i].strip()));
      } else {
        headers.add(Map.entry(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
      }
    }
    return new FakeRequest(
        lines[0].substring(0, lines[0].indexOf(' ')),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        headers,
        end < 0 ? new byte[0] : text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
  }
}
