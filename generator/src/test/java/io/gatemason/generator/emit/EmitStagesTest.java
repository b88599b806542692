package io.gatemason.generator.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.layout.stage.StagesLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmitStagesTest {
  private static final ClassName USERS = ClassName.get("example.authorizers", "UsersAuthorizer");

  @Test
  void givesEachStageObjectsOfItsOwn() {
    StagesLayout stages =
        new StagesLayout(
            ClassName.get("example.stages", "PetsStages"),
            List.of(),
            ClassName.get("example.stages", "PetsStage"),
            List.of(StageLookup.ofApi(USERS, "usersAuthorizer")));
    assertEquals(
        """
        /**
         * What the methods of API pets share in one stage.
         */
        public final class PetsStage extends %s {
          private final example.authorizers.UsersAuthorizer usersAuthorizer;

          /**
           * Sets up a stage.
           */
          public PetsStage(%s services,
              %s info) {
            super(services, info);
            this.usersAuthorizer = new example.authorizers.UsersAuthorizer(this);
          }

          /**
           * See {@link example.authorizers.UsersAuthorizer}.
           */
          public example.authorizers.UsersAuthorizer usersAuthorizer() {
            return usersAuthorizer;
          }
        }
        """
            .formatted(RuntimeTypes.STAGE, RuntimeTypes.SERVICES, RuntimeTypes.API_INFO),
        EmitStages.own(stages, "pets").toString());
  }
}
