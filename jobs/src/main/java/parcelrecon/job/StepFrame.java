package parcelrecon.job;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.tasklet.Tasklet;

/** What stands around each step of a run. */
interface StepFrame {

  /** Nothing: a problem ends the run. */
  StepFrame NONE =
      new StepFrame() {
        @Override
        public String name(String step) {
          return step;
        }

        @Override
        public Tasklet around(Tasklet tasklet) {
          return tasklet;
        }

        @Override
        public Partitioner around(Partitioner partitioner) {
          return partitioner;
        }
      };

  String name(String step);

  Tasklet around(Tasklet tasklet);

  Partitioner around(Partitioner partitioner);
}
