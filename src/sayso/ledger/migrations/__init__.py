"""Bring a ledger of an older revision up to date, with Alembic; its revisions are in `versions`.

A revision is never edited once it has been in a release. A ledger migrated from any of them has the same schema as a
new one, which a test checks for each.
"""

from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def scripts() -> ScriptDirectory:
    """The revisions that this program knows."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def is_known(revision: str) -> bool:
    """Whether a ledger of this revision can be migrated."""
    return any(script.revision == revision for script in scripts().walk_revisions())


def migrate(connection: Connection, to: str = "head") -> None:
    """Run every revision from the ledger's to `to`, within the transaction that the caller has begun."""
    directory = scripts()
    context = MigrationContext.configure(
        connection, opts={"fn": lambda revision, _: directory._upgrade_revs(to, revision)}
    )
    with Operations.context(context):
        context.run_migrations()
