"""Organizations, AI models, people and sources as schema.org knows them."""

from events.exchange.linked_data.nodes import Absolute, Node, iso, node, wikidata
from events.localization import description_of, name_of
from events.models import AIModel, Organization, Person
from events.models.entity import Entity
from sources.models import Publisher, Source

_ORGANIZATIONS = {
    Organization.Kind.OUTLET: "NewsMediaOrganization",
    Organization.Kind.GOVERNMENT: "GovernmentOrganization",
    Organization.Kind.NGO: "NGO",
    Organization.Kind.UNIVERSITY: "CollegeOrUniversity",
}
_MODELS = {
    AIModel.Kind.BENCHMARK: "CreativeWork",
    AIModel.Kind.FAMILY: "CreativeWork",
    AIModel.Kind.HARDWARE: "Product",
    AIModel.Kind.LIBRARY: "SoftwareSourceCode",
}
_PRESS = (
    Publisher.Kind.NEWSPAPER,
    Publisher.Kind.MAGAZINE,
    Publisher.Kind.AGENCY,
    Publisher.Kind.BROADCASTER,
    Publisher.Kind.TRADE_PRESS,
)


def entity_type(entity: Entity) -> str:
    if isinstance(entity, Organization):
        return _ORGANIZATIONS.get(Organization.Kind(entity.kind), "Organization")
    if isinstance(entity, AIModel):
        return _MODELS.get(AIModel.Kind(entity.kind), "SoftwareApplication")
    return "Person"


def address_of(entity: Organization | AIModel | Person, absolute: Absolute) -> str:
    return absolute(entity.get_absolute_url())


def mention(entity: Organization | AIModel | Person, absolute: Absolute) -> Node:
    """An entity where it is only spoken of."""
    address = address_of(entity, absolute)
    return node(entity_type(entity), id=address, name=str(name_of(entity)), url=address)


def entity_node(entity: Organization | AIModel | Person, absolute: Absolute) -> Node:
    """An entity on its own page."""
    address = address_of(entity, absolute)
    names = [entity.name, entity.name_zh, *(alias.text for alias in entity.aliases.all())]
    name = str(name_of(entity))
    return node(
        entity_type(entity),
        id=address,
        name=name,
        alternateName=[other for other in dict.fromkeys(names) if other and other != name],
        description=str(description_of(entity)),
        url=entity.homepage or address,
        mainEntityOfPage=address,
        sameAs=[same for same in (wikidata(entity.wikidata), _hugging_face(entity)) if same],
        **_own(entity, absolute),
    )


def _own(entity: Organization | AIModel | Person, absolute: Absolute) -> Node:
    if isinstance(entity, Organization) and entity.parent:
        return {"parentOrganization": mention(entity.parent, absolute)}
    if isinstance(entity, AIModel):
        whole = mention(entity.family, absolute) if entity.family else None
        maker = mention(entity.developer, absolute) if entity.developer else None
        hardware = entity.kind == AIModel.Kind.HARDWARE
        return {"manufacturer": maker} if hardware else {"creator": maker, "isPartOf": whole}
    return {}


def _hugging_face(entity: Entity) -> str | None:
    name = entity.hugging_face if isinstance(entity, AIModel) else ""
    return f"https://huggingface.co/{name}" if name else None


def source_node(source: Source, page: str) -> Node:
    """A document by what is known of it; `page` is the address of ours about it."""
    publisher = source.publisher
    press = publisher is not None and publisher.kind in _PRESS
    return node(
        "NewsArticle" if press else "Article",
        id=source.url or page,
        headline=source.title,
        url=source.url or page,
        inLanguage=source.language,
        datePublished=iso(source.published),
        author=[node("Person", name=author) for author in source.authors],
        publisher=publisher and publisher_node(publisher),
    )


def publisher_node(publisher: Publisher) -> Node:
    kind = "NewsMediaOrganization" if publisher.kind in _PRESS else "Organization"
    return node(kind, name=str(name_of(publisher)), url=publisher.homepage)
