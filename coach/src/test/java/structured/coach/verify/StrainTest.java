package structured.coach.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.verify.Check.Finding;

@DisplayName("a verification")
class StrainTest {

    private static Finding of(Status status, Strain strain) {
        return strain.of(new Verdict(status, "The test \"order\" did not come to an end.", List.of(), List.of(), ""));
    }

    @Test
    @DisplayName("says of what took too long on a busy machine that the machine may be why, and not just HUNG")
    void busy() {
        assertThat(of(Status.HUNG, new Strain(2, 13.4))).isEqualTo(new Finding.Short("did not end in time. Either it hangs, or this machine is too slow or too busy: "
                + "13 threads want its 2 processors. Try it alone, by ./workshop verify --module. The test \"order\" did not come to an end."));
        assertThat(of(Status.RED, new Strain(2, 13.4))).isEqualTo(new Finding.Short("is RED. The test \"order\" did not come to an end."));
    }

    @Test
    @DisplayName("calls what doesn't end HUNG where the machine has no more to do than it makes itself, or doesn't tell")
    void idle() {
        assertThat(List.of(of(Status.HUNG, new Strain(2, 4.9)), of(Status.HUNG, new Strain(1, 2.5)), of(Status.HUNG, new Strain(2, -1))))
                .containsOnly(new Finding.Short("is HUNG. The test \"order\" did not come to an end."));
    }

    @Test
    @DisplayName("says before it begins that it is going to take longer")
    void warning() {
        assertThat(new Strain(2, 13.4).warning()).hasValueSatisfying(warning -> assertThat(warning).startsWith("This machine is busy: 13 threads want its 2 processors."));
        assertThat(new Strain(1, 0.3).warning()).contains("This machine has a single processor: it takes longer.");
        assertThat(new Strain(2, 1.5).warning()).isEmpty();
    }
}
