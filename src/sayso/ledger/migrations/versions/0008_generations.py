"""Index ids and speakers by generations of rows, and leave out indexes that others serve as well."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

SERVED = {
    "statement": ["statement_by_reading"],
    "actor": ["actor_by_reading"],
    "place": ["place_by_reading", "place_by_name"],
}
"""Other indexes of these tables begin with the reading; places are looked up by their names within one."""
BY_GENERATION = {
    "statement_by_id": ("statement", "id"),
    "statement_by_speaker": ("statement", "speaker"),
    "figure_by_id": ("figure", "id"),
    "event_by_id": ("event", "id"),
}


def upgrade() -> None:
    """Make the indexes anew."""
    for table, names in SERVED.items():
        for name in names:
            op.drop_index(name, table, if_exists=True)
    for name, (table, column) in BY_GENERATION.items():
        op.drop_index(name, table, if_exists=True)
        op.create_index(name, table, [sa.text('("row" >> 16)'), column])
