package parcelrecon.job;

import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import parcelrecon.results.ResultsDatabase;

/** What Spring Batch wrote down of the jobs of runs: it is needed only to go on with them. */
public final class JobRecords {

  private final JobRepository repository;

  public JobRecords(ResultsDatabase database) {
    this.repository = new BatchEngine(database).repository();
  }

  /**
   * Deletes all of it, in one transaction.
   *
   * @param run that nobody goes on with; its control was of the same job
   * @return false when there was nothing
   */
  public boolean forget(long run) {
    JobInstance job = repository.getJobInstance(BatchEngine.JOB_NAME, BatchEngine.parameters(run));
    if (job == null) {
      return false;
    }
    repository.deleteJobInstance(job);
    return true;
  }
}
