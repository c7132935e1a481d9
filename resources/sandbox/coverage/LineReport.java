import java.io.File;
import java.io.IOException;

import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.tools.ExecFileLoader;

/** Writes in lcov's format which lines ran. LineReport COUNTS CLASSES: a file of JaCoCo's agent, a folder of classes. */
final class LineReport {
    private LineReport() {
    }

    public static void main(String[] arguments) throws IOException {
        ExecFileLoader counts = new ExecFileLoader();
        counts.load(new File(arguments[0]));
        CoverageBuilder builder = new CoverageBuilder();
        new Analyzer(counts.getExecutionDataStore(), builder).analyzeAll(new File(arguments[1]));
        StringBuilder report = new StringBuilder();
        for (ISourceFileCoverage source : builder.getSourceFiles()) {
            String folder = source.getPackageName().isEmpty() ? "" : source.getPackageName() + "/";
            report.append("SF:").append(folder).append(source.getName()).append('\n');
            for (int line = source.getFirstLine(); line <= source.getLastLine(); ++line) {
                int status = source.getLine(line).getStatus();
                if (status != ICounter.EMPTY)
                    report.append("DA:").append(line).append(',').append(status == ICounter.NOT_COVERED ? 0 : 1).append('\n');
            }
        }
        System.out.print(report);
    }
}
